package ir.parvaneh.chassis.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Adds to a service's OpenAPI page what all operations share: problems, headers, the bearer token. */
final class ApiDocument implements OpenApiCustomizer {
    private static final String BEARER = "bearer";
    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "Malformed: body, parameter, header or cursor",
            "401", "No token, or one that is expired or not ours",
            "403", "The caller may not do this",
            "404", "There is no such thing, or it is not the caller's",
            "503", "A dependency is away; try again after Retry-After seconds");
    private static final Map<String, String> OF_COMMANDS = Map.of(
            "409", "Illegal in this stage (allowed says what is), stale task, or the same request is in flight",
            "412", "The resource has changed since the caller saw it",
            "422", "A rule was broken, or the key was used for another body",
            "428", "If-Match is required");

    private final String name;

    ApiDocument(String name) {
        this.name = name;
    }

    @Override
    public void customise(OpenAPI api) {
        api.setInfo(new Info().title(name).version("1").description("Problems are RFC 9457, in fa or en."));
        Components components = api.getComponents() == null ? new Components() : api.getComponents();
        components.addSchemas("Problem", problem()).addSchemas("Fault", fault());
        components.addSecuritySchemes(
                BEARER,
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT"));
        api.components(components).addSecurityItem(new SecurityRequirement().addList(BEARER));
        if (api.getPaths() != null) {
            api.getPaths().values().forEach(ApiDocument::complete);
        }
    }

    private static void complete(PathItem path) {
        path.readOperationsMap().forEach((method, operation) -> {
            operation.addParametersItem(header("Accept-Language", "fa or en; English when absent", false));
            PROBLEMS.forEach((status, meaning) -> addProblem(operation, status, meaning));
            if (method == PathItem.HttpMethod.POST) {
                command(operation);
            }
        });
    }

    private static void command(Operation operation) {
        operation.addParametersItem(header(Commands.KEY, "1 to 128 visible characters, yours alone", true));
        operation.addParametersItem(header("If-Match", "The ETag you saw; required on changes", false));
        operation.addParametersItem(header("Prefer", "wait=N: seconds to wait for a verdict, 30 at most", false));
        OF_COMMANDS.forEach((status, meaning) -> addProblem(operation, status, meaning));
    }

    private static Parameter header(String name, String meaning, boolean required) {
        return new Parameter()
                .in("header")
                .name(name)
                .description(meaning)
                .required(required)
                .schema(text());
    }

    private static void addProblem(Operation operation, String status, String meaning) {
        if (operation.getResponses() == null) {
            operation.responses(new ApiResponses());
        }
        operation.getResponses().putIfAbsent(status, response(status, meaning));
    }

    private static ApiResponse response(String status, String meaning) {
        var body = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        var response = new ApiResponse()
                .description(meaning)
                .content(new Content().addMediaType("application/problem+json", body));
        return status.equals("503") ? response.addHeaderObject("Retry-After", new Header().schema(text())) : response;
    }

    private static Schema<?> problem() {
        var problem = object("type", "title", "detail", "code", "instance", "traceId");
        problem.addProperty("status", of("integer"));
        var faults = of("array");
        faults.setItems(new Schema<>().$ref("#/components/schemas/Fault"));
        problem.addProperty("errors", faults);
        problem.setRequired(List.of("type", "title", "status", "code", "traceId"));
        return problem;
    }

    private static Schema<?> fault() {
        var fault = object("pointer", "code", "detail");
        fault.setRequired(List.of("pointer", "code"));
        return fault;
    }

    private static Schema<Object> object(String... texts) {
        var object = of("object");
        for (String name : texts) {
            object.addProperty(name, text());
        }
        return object;
    }

    private static Schema<?> text() {
        return of("string");
    }

    private static Schema<Object> of(String type) {
        var schema = new Schema<Object>();
        schema.setTypes(Set.of(type));
        return schema;
    }
}
