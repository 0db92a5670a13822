package eu.kontor.rest.till;

import jakarta.ws.rs.core.Response;

/** The answer to a call that posts: 201 for what was posted now, 200 for the first answer again. */
final class FirstOrAgain {

    private FirstOrAgain() {}

    /** @param replayed the key was known */
    static Response answer(boolean replayed, Object body) {
        return Response.status(replayed ? Response.Status.OK : Response.Status.CREATED)
                .entity(body)
                .build();
    }
}
