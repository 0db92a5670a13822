package eu.kontor.ledger.domain;

import eu.kontor.kernel.RefusalCode;

/** How a hold ended, and what a later capture or void of it is told. */
public enum HoldEnding {
    CAPTURED('C', RefusalCode.HOLD_ALREADY_CAPTURED),
    VOIDED('V', RefusalCode.HOLD_ALREADY_VOIDED),
    EXPIRED('X', RefusalCode.HOLD_EXPIRED);

    private final char code;
    private final RefusalCode refusal;

    HoldEnding(char code, RefusalCode refusal) {
        this.code = code;
        this.refusal = refusal;
    }

    /** One letter, as stored. */
    public char code() {
        return code;
    }

    RefusalCode refusal() {
        return refusal;
    }

    public static HoldEnding ofCode(char code) {
        for (HoldEnding ending : values()) {
            if (ending.code == code) {
                return ending;
            }
        }
        throw new IllegalArgumentException("no end of a hold has the code " + code);
    }
}
