package eu.kontor.program.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a line of a sale is, whatever was sold. Which kinds earn nothing is the brand's setting; a discount takes from what earns. */
public enum LineKind {
    GOODS,
    SERVICE,
    TIP,
    TAX,
    /** A gift card or voucher that is sold: it earns when somebody pays with it. */
    VOUCHER_SALE,
    /** Taken in advance; negative where it is set off against the bill that it was paid for. */
    DEPOSIT,
    DISCOUNT,
    FEE;

    /** All of them, for whoever sent another. */
    public static final String WORDS =
            Arrays.stream(values()).map(LineKind::word).collect(Collectors.joining(", "));

    /** As it is written in requests and configuration: lower case with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Without regard to case and surrounding space; {@code voucher_sale} and {@code voucher sale} are the same. */
    public static Optional<LineKind> of(String word) {
        String wanted = word.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(wanted))
                .findFirst();
    }
}
