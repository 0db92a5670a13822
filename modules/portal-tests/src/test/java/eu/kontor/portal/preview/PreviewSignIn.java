package eu.kontor.portal.preview;

import com.vaadin.flow.server.VaadinRequest;
import eu.kontor.portalkit.shell.SignIn;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Signs in whom the address asks for: {@code ?as=admin|cashier|finance|both|maker|checker|operator|nobody|out}. */
@ApplicationScoped
public class PreviewSignIn implements SignIn {

    @Override
    public Optional<String> idTokenClaims() {
        String as = VaadinRequest.getCurrent().getParameter("as");
        return switch (as == null ? "admin" : as) {
            case "cashier" -> claims("c1", "Lucía Romero", member("cafe-lumbre", "front-desk"));
            case "clerk" -> claims("c2", "Nora Salas", member("hotel-mirador", "front-desk"));
            case "finance" -> claims("f1", "Daniel Ortiz", member("hotel-mirador", "finance"));
            case "both" ->
                claims("b1", "Wen Zhang", member("hotel-mirador", "admin") + ',' + member("cafe-lumbre", "front-desk"));
            case "maker" -> claims("m1", "Elena Prat", member("hotel-plaza", "admin"));
            case "checker" -> claims("m2", "Bruno Rey", member("hotel-plaza", "admin"));
            case "operator" ->
                Optional.of("{\"sub\":\"o1\",\"name\":\"Marta"
                        + " Soler\",\"realm_access\":{\"roles\":[\"operator\"]},\"organization\":{}}");
            case "nobody" -> claims("n1", "Ivo Nemec", "");
            case "out" -> Optional.empty();
            default -> claims("a1", "Ana Ferrer", member("cafe-lumbre", "admin"));
        };
    }

    private static Optional<String> claims(String subject, String name, String organizations) {
        return Optional.of(
                "{\"sub\":\"" + subject + "\",\"name\":\"" + name + "\",\"organization\":{" + organizations + "}}");
    }

    private static String member(String alias, String group) {
        return "\"" + alias + "\":{\"groups\":[\"/" + group + "\"]}";
    }

    @Override
    public String signInAgainAddress(String place) {
        return place;
    }

    @Override
    public String setUpSecondFactorAddress(String place) {
        return place;
    }

    @Override
    public String signOutAddress() {
        return "?as=out";
    }
}
