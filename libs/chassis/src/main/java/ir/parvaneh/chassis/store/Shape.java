package ir.parvaneh.chassis.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.util.TokenBuffer;

/** Between records and BSON, by way of Jackson: instants as text with milliseconds, so that they sort; whole numbers long. */
public final class Shape {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(Instant.class, new Millis()))
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(unset -> unset.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Shape() {}

    /** The mapper of pages and events: tolerant when reading, without nulls when writing. */
    public static JsonMapper json() {
        return JSON;
    }

    /** ISO text in UTC with exactly three digits after the second. */
    public static String text(Instant instant) {
        String text = instant.truncatedTo(ChronoUnit.MILLIS).toString();
        return text.length() == 20 ? text.substring(0, 19) + ".000Z" : text;
    }

    static BsonDocument encode(Object body) {
        TokenBuffer tokens = TokenBuffer.forGeneration();
        JSON.writeValue(tokens, body);
        try (JsonParser parser = tokens.asParser()) {
            parser.nextToken();
            return object(parser);
        }
    }

    private static BsonDocument object(JsonParser parser) {
        BsonDocument document = new BsonDocument();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            document.append(name, value(parser));
        }
        return document;
    }

    private static BsonArray array(JsonParser parser) {
        BsonArray array = new BsonArray();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    private static BsonValue value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new BsonString(parser.getString());
            case VALUE_TRUE -> BsonBoolean.TRUE;
            case VALUE_FALSE -> BsonBoolean.FALSE;
            case VALUE_NUMBER_INT -> new BsonInt64(parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> new BsonDouble(parser.getDoubleValue());
            case VALUE_NULL -> BsonNull.VALUE;
            default -> throw new IllegalArgumentException("no page holds a " + parser.currentToken());
        };
    }

    static <P> P decode(BsonDocument body, Class<P> type) {
        return JSON.treeToValue(node(body), type);
    }

    static BsonDocument fields(Map<String, Object> found) {
        BsonDocument fields = new BsonDocument();
        found.forEach((name, value) -> {
            if (value != null) {
                fields.append(name, bson(JSON.valueToTree(value)));
            }
        });
        return fields;
    }

    static BsonValue bson(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT, POJO -> object(node);
            case ARRAY -> array(node);
            case STRING, BINARY -> new BsonString(node.asString());
            case BOOLEAN -> BsonBoolean.valueOf(node.booleanValue());
            case NUMBER ->
                node.isIntegralNumber() ? new BsonInt64(node.longValue()) : new BsonDouble(node.doubleValue());
            case NULL, MISSING -> BsonNull.VALUE;
        };
    }

    private static BsonDocument object(JsonNode node) {
        BsonDocument document = new BsonDocument();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            document.append(field.getKey(), bson(field.getValue()));
        }
        return document;
    }

    private static BsonArray array(JsonNode node) {
        BsonArray array = new BsonArray(node.size());
        for (JsonNode element : node) {
            array.add(bson(element));
        }
        return array;
    }

    static JsonNode node(BsonValue value) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (value.getBsonType()) {
            case DOCUMENT -> objectNode(value.asDocument());
            case ARRAY -> arrayNode(value.asArray());
            case STRING -> make.stringNode(value.asString().getValue());
            case BOOLEAN -> make.booleanNode(value.asBoolean().getValue());
            case INT64, INT32 -> make.numberNode(value.asNumber().longValue());
            case DOUBLE -> make.numberNode(value.asDouble().getValue());
            case NULL -> make.nullNode();
            default -> throw new IllegalArgumentException("no page holds a " + value.getBsonType());
        };
    }

    private static ObjectNode objectNode(BsonDocument document) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        document.forEach((name, value) -> node.set(name, node(value)));
        return node;
    }

    private static ArrayNode arrayNode(BsonArray array) {
        ArrayNode node = JsonNodeFactory.instance.arrayNode(array.size());
        array.forEach(value -> node.add(node(value)));
        return node;
    }

    private static final class Millis extends StdSerializer<Instant> {
        Millis() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
            out.writeString(text(value));
        }
    }
}
