package eu.kontor.server;

import eu.kontor.tenancy.api.Service;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.security.auth.Subject;

/**
 * The security subject of the current request, in which Liberty's OpenID Connect client keeps the tokens. Its API jar is not published
 * with this version, so its one method is looked up.
 */
@Service
public class LibertySubject {

    private static final String WS_SUBJECT = "com.ibm.websphere.security.auth.WSSubject";

    /** @return the refresh token as it was received; empty when nobody is signed in, or on another server */
    public Optional<String> refreshToken() {
        return current().stream()
                .flatMap(LibertySubject::credentials)
                .map(credentials -> credentials.get("refresh_token"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst();
    }

    private static Stream<Map<?, ?>> credentials(Subject subject) {
        return subject.getPrivateCredentials().stream()
                .filter(Map.class::isInstance)
                .<Map<?, ?>>map(credential -> (Map<?, ?>) credential);
    }

    private static Optional<Subject> current() {
        try {
            Class<?> type =
                    Class.forName(WS_SUBJECT, true, Thread.currentThread().getContextClassLoader());
            MethodHandle runAs = MethodHandles.publicLookup()
                    .findStatic(type, "getRunAsSubject", MethodType.methodType(Subject.class));
            return Optional.ofNullable((Subject) runAs.invoke());
        } catch (ClassNotFoundException otherServer) {
            return Optional.empty();
        } catch (Throwable e) {
            throw new IllegalStateException("the server's security subject cannot be asked", e);
        }
    }
}
