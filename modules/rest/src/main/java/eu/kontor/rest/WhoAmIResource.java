package eu.kontor.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** Tells a caller who the service takes him for: the first thing to try with a new token. */
@Path("/whoami")
@RequestScoped
public class WhoAmIResource {

    /** @param subject the caller's name in the token */
    public record Answer(String subject) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Answer whoAmI(@Context SecurityContext security) {
        return new Answer(security.getUserPrincipal().getName());
    }
}
