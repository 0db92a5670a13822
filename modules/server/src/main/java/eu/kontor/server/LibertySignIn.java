package eu.kontor.server;

import eu.kontor.portalkit.shell.SignIn;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The sign-in as Open Liberty's OpenID Connect client did it.
 *
 * <p>Liberty's API jar for it is not published with this version, so its two methods are looked up at the first use; on another
 * server nobody is signed in.
 */
@Service
public class LibertySignIn implements SignIn {

    private static final String PROPAGATION = "com.ibm.websphere.security.openidconnect.PropagationHelper";
    private static final String ID_TOKEN = "com.ibm.websphere.security.openidconnect.token.IdToken";

    private final String keycloakUrl;

    @Inject
    public LibertySignIn(
            @ConfigProperty(name = "kontor.keycloak.url", defaultValue = "http://localhost:9180") String keycloakUrl) {
        this.keycloakUrl = keycloakUrl;
    }

    @Override
    public Optional<String> idTokenClaims() {
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            Class<?> propagation = Class.forName(PROPAGATION, true, loader);
            Class<?> idToken = Class.forName(ID_TOKEN, true, loader);
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            MethodHandle token = lookup.findStatic(propagation, "getIdToken", MethodType.methodType(idToken));
            MethodHandle claims =
                    lookup.findVirtual(idToken, "getAllClaimsAsJson", MethodType.methodType(String.class));
            Object present = token.invoke();
            return present == null ? Optional.empty() : Optional.ofNullable((String) claims.invoke(present));
        } catch (ClassNotFoundException otherServer) {
            return Optional.empty();
        } catch (Throwable e) {
            throw new IllegalStateException("the server's OpenID Connect client cannot be asked", e);
        }
    }

    @Override
    public String formsMayLeadTo() {
        return OwnPagesOnly.originOf(keycloakUrl);
    }

    @Override
    public Optional<String> subject() {
        return idTokenClaims().map(LibertySignIn::subjectOf);
    }

    private static String subjectOf(String claims) {
        try (JsonReader reader = Json.createReader(new StringReader(claims))) {
            return reader.readObject().getString("sub");
        }
    }

    @Override
    public String signInAgainAddress(String place) {
        return SignInAgain.ADDRESS + "?to=" + URLEncoder.encode(place, StandardCharsets.UTF_8);
    }

    @Override
    public String setUpSecondFactorAddress(String place) {
        return signInAgainAddress(place) + '&' + SignInAgain.SET_UP + "=true";
    }

    @Override
    public String signOutAddress() {
        return "/sign-out";
    }
}
