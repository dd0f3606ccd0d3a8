package ir.parvaneh.chassis.web;

import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.Type;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads the JSON of commands strictly. Throws {@link Refused} with one of {@code empty-body}, {@code malformed-json},
 * {@code duplicate-field}, {@code unknown-field}, {@code wrong-type}, {@code missing-field}; the fault's pointer is a
 * JSON Pointer into the body. A null in a list or a map is missing, too. Annotated controllers get the same by {@code @RequestBody}, which also refuses
 * {@code body-too-large}.
 */
public final class Bodies {
    /** Largest body of a command, in bytes. */
    public static final int LARGEST = 256 * 1024;

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual, config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private Bodies() {}

    public static <T> T read(byte[] body, Class<T> type) {
        return type.cast(read(body, (Type) type));
    }

    static Object read(byte[] body, Type type) {
        if (isBlank(body)) {
            throw new Refused("empty-body");
        }
        try {
            Object value = STRICT.readValue(body, STRICT.constructType(type));
            return value == null ? refuseNull() : value;
        } catch (JacksonException fault) {
            throw new Refused(BodyFaults.of(fault, body));
        }
    }

    private static Object refuseNull() {
        throw Refused.at("wrong-type", "");
    }

    private static boolean isBlank(byte[] body) {
        for (byte b : body) {
            if (b > ' ' || b < 0) {
                return false;
            }
        }
        return true;
    }
}
