package eu.kontor.rest.operations;

import eu.kontor.membership.api.MemberImport;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.json.LimitedBody;
import eu.kontor.rest.operations.OperationsAnswers.ImportedMembersAnswer;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Members who come with their cards from another system. */
@Path("/operations/members")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class MemberImportResource {

    /** A million members of two hundred bytes each. */
    private static final long LARGEST_FILE_BYTES = 200_000_000L;

    private final MemberImport members;
    private final RequestCaller caller;

    @Inject
    public MemberImportResource(MemberImport members, RequestCaller caller) {
        this.members = members;
        this.caller = caller;
    }

    @POST
    @Consumes({
        "text/csv",
        MediaType.TEXT_PLAIN,
        MediaType.APPLICATION_OCTET_STREAM,
        "application/gzip",
        "application/zip",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    })
    @Operation(
            operationId = "importMembers",
            summary = "Import members with their cards",
            description =
                    "A table with the columns `given_name,family_name,phone,email,language,card_number,confirmation_code,member_since`. "
                            + "Line by line: a refused line fails no other; members whose card is known stay as they are. "
                            + "Columns in any case and spacing; separated by commas, semicolons or tabs; UTF-8 or UTF-16; packed (gz, zip with one file) or a workbook (xlsx).")
    @RequestBody(
            description = "the file as it is",
            required = true,
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "200",
            description = "Imported",
            content = @Content(schema = @Schema(implementation = ImportedMembersAnswer.class)))
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public ImportedMembersAnswer importMembers(InputStream content) throws IOException {
        return ImportedMembersAnswer.of(members.run(caller.get(), new LimitedBody(content, LARGEST_FILE_BYTES)));
    }
}
