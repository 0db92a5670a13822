package eu.kontor.rest.openapi;

import eu.kontor.kernel.Page;
import eu.kontor.kernel.Refusal;
import eu.kontor.rest.paging.PageRequest;
import eu.kontor.rest.problem.Problems;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Completes the document that the server made from the resources: problem responses of every call, shared parameters. */
public class WhatCallsHaveInCommon implements OASFilter {

    private static final String PROBLEM = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components =
                document.getComponents() == null ? OASFactory.createComponents() : document.getComponents();
        components.addSchema(PROBLEM, problem());
        for (CommonResponse response : CommonResponse.values()) {
            components.addResponse(response.component(), response(response));
        }
        addParameters(components);
        addParametersOfTheOffice(components);
        document.setComponents(components);
        document.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                .values()
                .forEach(WhatCallsHaveInCommon::addCommonResponses));
    }

    private static void addCommonResponses(Operation operation) {
        for (CommonResponse response : CommonResponse.OF_EVERY_CALL) {
            if (!operation.getResponses().hasAPIResponse(response.status())) {
                operation
                        .getResponses()
                        .addAPIResponse(
                                response.status(),
                                OASFactory.createAPIResponse().ref("#/components/responses/" + response.component()));
            }
        }
    }

    private static APIResponse response(CommonResponse response) {
        Map<String, Object> example = Problems.of(new Refusal(response.example()), "/api/v1/…", Locale.ENGLISH);
        Content content = OASFactory.createContent()
                .addMediaType(
                        Problems.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM))
                                .example(example));
        APIResponse described = OASFactory.createAPIResponse()
                .description(response.description())
                .content(content);
        if (response == CommonResponse.OVERLOADED) {
            described.addHeader(
                    "Retry-After",
                    OASFactory.createHeader()
                            .description("Seconds after which to send the same request again, with the same key.")
                            .schema(OASFactory.createSchema().addType(SchemaType.INTEGER)));
        }
        return described;
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("RFC 9457; further members name what was wrong, such as `field`, `card`, `limit`.")
                .addProperty("type", text("stable; what a program decides by", Problems.TYPE_PREFIX + "card-unknown"))
                .addProperty("title", text("the type in words", "Card unknown"))
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text("what happened and what to do, for a person, by Accept-Language", null))
                .addProperty("instance", text("this occurrence", "/api/v1/purchases"))
                .required(List.of("type", "title", "status", "detail"));
    }

    private static void addParameters(Components components) {
        components.addParameter(
                "IdempotencyKey",
                parameter(Parameter.In.HEADER, "Idempotency-Key", true)
                        .description("Unique for this request, the same for its retries; at most 128 characters.")
                        .schema(text(null, "bar-T1-000123").minLength(1).maxLength(128)));
        components.addParameter(
                "CardNumber",
                parameter(Parameter.In.PATH, "number", true)
                        .description("16 digits; the last one is a check digit (Luhn).")
                        .schema(text(null, "9724010000000013")));
        components.addParameter(
                "Cursor",
                parameter(Parameter.In.QUERY, "cursor", false)
                        .description("From the `next` of the page before; absent for the first page.")
                        .schema(text(null, null)));
        components.addParameter(
                "Limit",
                parameter(Parameter.In.QUERY, "limit", false)
                        .description("Rows per page.")
                        .schema(OASFactory.createSchema()
                                .addType(SchemaType.INTEGER)
                                .minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(Page.MAX_ROWS))
                                .defaultValue(PageRequest.DEFAULT_ROWS)));
        components.addParameter(
                "OutletOfIt",
                parameter(Parameter.In.QUERY, "outlet", true)
                        .description("The outlet that the till named.")
                        .schema(text(null, "bar")));
        components.addParameter(
                "BusinessDateOfIt",
                parameter(Parameter.In.QUERY, "businessDate", false)
                        .description(
                                "The day on which it happened at the outlet; of a redemption, the day of the authorization. "
                                        + "Needed, unless date says it.")
                        .schema(text(null, "2026-10-31")));
        components.addParameter(
                "DateOfIt",
                parameter(Parameter.In.QUERY, "date", false)
                        .description("The same as businessDate, for short.")
                        .schema(text(null, "2026-10-31")));
        components.addParameter(
                "ReferenceOfIt",
                parameter(Parameter.In.QUERY, "reference", true)
                        .description("The till's own reference.")
                        .schema(text(null, "T1-000123")));
    }

    private static void addParametersOfTheOffice(Components components) {
        components.addParameter(
                "FeedId",
                parameter(Parameter.In.PATH, "id", true)
                        .description("As given when the file was received.")
                        .schema(text(null, "17")));
        components.addParameter(
                "Message",
                parameter(Parameter.In.PATH, "message", true)
                        .description("The number of a message that is set aside.")
                        .schema(text(null, "48213")));
        components.addParameter(
                "Window",
                parameter(Parameter.In.PATH, "window", true)
                        .description("The settlement window's month.")
                        .schema(text(null, "2026-10").pattern("^[0-9]{4}-[0-9]{2}$")));
        components.addParameter(
                "Partner",
                parameter(Parameter.In.QUERY, "partner", false)
                        .description("A tenant's slug; only the operator names one.")
                        .schema(text(null, "cafe")));
        components.addParameter(
                "Slug",
                parameter(Parameter.In.PATH, "slug", true)
                        .description("The tenant's slug.")
                        .schema(text(null, "cafe")));
    }

    private static Parameter parameter(Parameter.In in, String name, boolean required) {
        return OASFactory.createParameter().in(in).name(name).required(required);
    }

    private static Schema text(String description, String example) {
        Schema schema = OASFactory.createSchema().addType(SchemaType.STRING).description(description);
        return example == null ? schema : schema.examples(List.of(example));
    }
}
