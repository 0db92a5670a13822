package eu.kontor.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All resources of the API, version 1; what is not compatible gets a version 2 beside it. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Kontor",
                        version = "1",
                        description =
                                """
                                Points of one coalition, earned and redeemed at many brands.

                                **Who calls.** A bearer token of a service account. The tenant is taken from the token, never from the request.

                                **Retries.** A call that posts carries an `Idempotency-Key`: unique for the request, the same for its retries. A retry gets \
                                the first answer again (`replayed` is true); the same key with another content is refused with `request-key-reused`. Keys \
                                are remembered for ever, per tenant and member.

                                **Failures.** Every failure is a problem document (RFC 9457, `application/problem+json`) whose `type` is stable and whose \
                                `detail` says what to do, in the language of `Accept-Language` (en, es, zh).

                                **Lists.** Pages of at most 200 rows; `next` is the address of the following page and absent on the last one.

                                **Numbers.** Points are whole numbers. Money is a decimal number with its currency (ISO 4217). Dates are business dates at the \
                                outlet (`2026-01-31`), instants are UTC."""),
        security = @SecurityRequirement(name = "bearer"),
        tags = {
            @Tag(name = "Access", description = "Who the service takes the caller for."),
            @Tag(name = "Purchases", description = "Earning: what a till or property-management system reports."),
            @Tag(name = "Tickets", description = "A purchase together with what it was paid with, points among it."),
            @Tag(
                    name = "Redemptions",
                    description = "Points are authorized (held for 15 minutes), then captured or voided."),
            @Tag(name = "Gifts", description = "Points passed on from one card to another."),
            @Tag(
                    name = "Corrections",
                    description =
                            "Points without a purchase, to make something good; above a limit a second person approves."),
            @Tag(name = "Cards", description = "Whose card it is and what is on it."),
            @Tag(name = "Feeds", description = "Files of purchases, with exact receipts."),
            @Tag(name = "Settlement", description = "What partners owe each other, month by month."),
            @Tag(
                    name = "Programs",
                    description =
                            "How a brand's program is changed: drafted, planned, approved by somebody else, published."),
            @Tag(
                    name = "Trust",
                    description = "The audit trail, and what looks like fraud: the operator, and a brand's admins."),
            @Tag(name = "Operations", description = "The coalition's operator only.")
        })
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "An access token of a service account (client credentials grant, audience `kontor-api`).")
public class KontorApplication extends Application {}
