package eu.kontor.ledger.domain;

import eu.kontor.ledger.api.Posting;

/** What a request asked for, with the letter that is stored. */
public enum ActKind {
    EARN('E'),
    AUTHORIZE('A'),
    CAPTURE('C'),
    VOID('V'),
    REVERSE('R'),
    GIFT('G'),
    RETURN('T'),
    GOODWILL('W');

    private final char code;

    ActKind(char code) {
        this.code = code;
    }

    public char code() {
        return code;
    }

    public static ActKind of(Posting posting) {
        return switch (posting) {
            case Posting.Earn _ -> EARN;
            case Posting.Authorize _ -> AUTHORIZE;
            case Posting.Capture _ -> CAPTURE;
            case Posting.VoidHold _ -> VOID;
            case Posting.Reverse _ -> REVERSE;
            case Posting.Gift _ -> GIFT;
            case Posting.ReturnRedemption _ -> RETURN;
            case Posting.Goodwill _ -> GOODWILL;
            case Posting.OnlyAgain again -> of(again.first());
        };
    }

    public static ActKind ofCode(char code) {
        for (ActKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no act has the code " + code);
    }
}
