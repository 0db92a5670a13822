package eu.kontor.portalkit.shell;

import java.util.Optional;

/** The identity provider's side of the sign-in, as the server offers it; asked inside a request only. */
public interface SignIn {

    /**
     * The claims of the signed-in person's id token as JSON; empty when nobody is signed in. Background and push threads never see
     * them, therefore the portal copies what it needs into the browser session when that starts.
     */
    Optional<String> idTokenClaims();

    /** The subject of whoever is signed in with this request; empty where the server does not tell. */
    default Optional<String> subject() {
        return Optional.empty();
    }

    /**
     * Where a person proves again who they are, relative to the application or absolute.
     *
     * @param place of the portal to come back to, beginning with a slash
     */
    String signInAgainAddress(String place);

    /** The same for who has no second factor yet and sets one up. @param place as above */
    String setUpSecondFactorAddress(String place);

    /** Where the browser goes to sign out, relative to the application or absolute. */
    String signOutAddress();

    /** @return scheme, host and port of whoever signs people in, to whom signing out leads in the end; empty when it is this server itself */
    default String formsMayLeadTo() {
        return "";
    }
}
