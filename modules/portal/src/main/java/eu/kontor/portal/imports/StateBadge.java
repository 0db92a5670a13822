package eu.kontor.portal.imports;

import com.vaadin.flow.component.html.Span;
import eu.kontor.feeds.api.Feeds.FeedReceipt;
import eu.kontor.feeds.api.Feeds.State;
import eu.kontor.portalkit.i18n.Texts;
import java.util.Locale;

/** How an import stands, in words; the colour only repeats them. */
final class StateBadge extends Span {

    private static final long serialVersionUID = 1L;

    StateBadge(FeedReceipt receipt, Locale language) {
        addClassName("k-badge");
        setText(words(receipt, language));
        String look = look(receipt);
        if (!look.isEmpty()) {
            addClassName(look);
        }
    }

    static String words(FeedReceipt receipt, Locale language) {
        return receipt.state() == State.DONE && receipt.linesRefused() > 0
                ? Texts.counted("imports.state.doneWithRejects", receipt.linesRefused(), language)
                : word(receipt, language);
    }

    /** Without the count of refused lines, where a column of its own shows it. */
    static String word(FeedReceipt receipt, Locale language) {
        return Texts.of("imports.state." + receipt.state().name(), language);
    }

    static String look(FeedReceipt receipt) {
        return switch (receipt.state()) {
            case WAITING -> "";
            case RUNNING -> "k-badge-active";
            case STOPPED -> "k-badge-warning";
            case REFUSED, FAILED -> "k-badge-error";
            case DONE -> receipt.linesRefused() > 0 ? "k-badge-warning" : "k-badge-good";
        };
    }
}
