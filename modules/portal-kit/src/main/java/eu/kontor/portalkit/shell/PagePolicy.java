package eu.kontor.portalkit.shell;

import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a browser may load and run on a page of the portal (Content Security Policy, level 3): scripts of this server, and the scripts in the
 * page that carry the nonce of this one answer. So text that somebody smuggled into a page does nothing.
 *
 * <p>What remains: Vaadin 25.3 makes functions of what the server sends ({@code Element.executeJs}), which needs {@code 'unsafe-eval'}; 25.4 does
 * not. Its components make style elements without a nonce, which can change looks and run nothing: {@code 'unsafe-inline'} for styles alone. And its
 * pages have a base, hence {@code base-uri 'self'}.
 */
final class PagePolicy {

    /** 144 bits, as many as a password here: nobody guesses it before the page is gone. */
    private static final int NONCE_BYTES = 18;

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String TEXT =
            "default-src 'self'; script-src 'self' 'nonce-%1$s' 'unsafe-eval'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' blob:; worker-src 'self'"
                    + " blob:; object-src 'none'; base-uri 'self'; form-action 'self' %2$s; frame-ancestors 'none'";

    private PagePolicy() {}

    /**
     * Marks what is in the page already as ours, and says so to the browser.
     *
     * @param signInOrigin see {@link SignIn#formsMayLeadTo}
     */
    static void impose(IndexHtmlResponse page, String signInOrigin) {
        byte[] random = new byte[NONCE_BYTES];
        RANDOM.nextBytes(random);
        String nonce = Base64.getEncoder().encodeToString(random);
        page.getDocument().getElementsByTag("script").attr("nonce", nonce);
        page.getVaadinResponse().setHeader("Content-Security-Policy", TEXT.formatted(nonce, signInOrigin));
    }
}
