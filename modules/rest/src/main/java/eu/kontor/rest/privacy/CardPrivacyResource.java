package eu.kontor.rest.privacy;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Role;
import eu.kontor.membership.api.Members;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.privacy.PrivacyAnswers.ErasureAnswer;
import eu.kontor.rest.privacy.PrivacyAnswers.ErasureBody;
import eu.kontor.rest.privacy.PrivacyAnswers.MemberFileAnswer;
import eu.kontor.retention.api.Erasures;
import eu.kontor.retention.api.MemberFiles;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The data of a card's member: given out, and erased. */
@Path("/operations/members/{number}")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class CardPrivacyResource {

    private final MemberFiles files;
    private final Erasures erasures;
    private final Members members;
    private final RequestCaller caller;

    @Inject
    public CardPrivacyResource(MemberFiles files, Erasures erasures, Members members, RequestCaller caller) {
        this.files = files;
        this.erasures = erasures;
        this.members = members;
        this.caller = caller;
    }

    @GET
    @Path("/file")
    @Operation(
            operationId = "getMemberFile",
            summary = "Everything that is held about a card's member",
            description = "For the member who asks for it. Leaves an entry in the audit trail.")
    @APIResponse(
            responseCode = "200",
            description = "All of it",
            content = @Content(schema = @Schema(implementation = MemberFileAnswer.class)))
    @APIResponse(responseCode = "404", ref = "CardUnknown")
    public MemberFileAnswer file(@Parameter(ref = "CardNumber") @PathParam("number") String number) {
        Caller by = caller.get();
        return MemberFileAnswer.of(files.of(by, holder(by, number)));
    }

    @GET
    @Path("/file/page")
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            operationId = "getMemberFilePage",
            summary = "The same as a page to read and print",
            description = "HTML in the language of `Accept-Language`, with nothing foreign in it.")
    @APIResponse(
            responseCode = "200",
            description = "HTML",
            content = @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", ref = "CardUnknown")
    public String page(@Parameter(ref = "CardNumber") @PathParam("number") String number) {
        Caller by = caller.get();
        return files.page(files.of(by, holder(by, number)), by.language());
    }

    @POST
    @Path("/erase")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "eraseMember",
            summary = "Erase the data of a card's member",
            description =
                    "Cannot be undone. Name, phone, mail and what people wrote about the member go everywhere; cards are blocked for good; points are given up. What was"
                            + " bought, posted and settled stays, under a number. Files are gone through afterwards, within minutes; where something of the member is under way it waits for that, and goes on by"
                            + " itself. The same again answers what became of the first.")
    @APIResponse(
            responseCode = "200",
            description = "It is done, or under way",
            content = @Content(schema = @Schema(implementation = ErasureAnswer.class)))
    @APIResponse(responseCode = "404", ref = "CardUnknown")
    public ErasureAnswer erase(@Parameter(ref = "CardNumber") @PathParam("number") String number, ErasureBody body) {
        Caller by = caller.get();
        return ErasureAnswer.of(erasures.erase(by, holder(by, number), body.reason()));
    }

    private MemberId holder(Caller by, String number) {
        by.mustBe(Role.OPERATOR);
        return members.byCard(by, CardNumber.parse(number)).member();
    }
}
