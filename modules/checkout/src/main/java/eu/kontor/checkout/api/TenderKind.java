package eu.kontor.checkout.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a ticket is paid with. Only points change what it earns: a voucher was paid for when it was sold, and earned nothing then. */
public enum TenderKind {
    POINTS,
    CASH,
    CARD,
    VOUCHER,
    /** Put on a room, or on an account. */
    ACCOUNT,
    OTHER;

    /** All of them, for whoever sent another. */
    public static final String WORDS =
            Arrays.stream(values()).map(TenderKind::word).collect(Collectors.joining(", "));

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Without regard to case and surrounding space. */
    public static Optional<TenderKind> of(String word) {
        String wanted = word.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(wanted))
                .findFirst();
    }
}
