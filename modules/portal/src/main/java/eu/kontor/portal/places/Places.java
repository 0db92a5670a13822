package eu.kontor.portal.places;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.ledger.api.PostingId;
import java.time.YearMonth;

/** The addresses of the portal's views, so that features can link to each other without knowing each other's classes. */
public final class Places {

    public static final String OVERVIEW = "";
    public static final String FRONT_DESK = "front-desk";
    public static final String CORRECTIONS = "corrections";
    public static final String PROGRAM = "program";
    public static final String PROGRAM_DRAFT = "program/draft";
    public static final String MEMBERS = "members";
    public static final String IMPORTS = "imports";
    public static final String NEW_LAYOUT = "imports/new-layout";
    public static final String HELD = "imports/held";
    public static final String SETTLEMENT = "settlement";
    public static final String TENANTS = "tenants";
    public static final String EXPIRY = "expiry";
    public static final String MESSAGES = "messages";
    public static final String SIGNALS = "signals";
    public static final String AUDIT = "audit";
    public static final String PRIVACY = "privacy";

    /** Whose card lies on the counter. */
    public static final String CARD = "card";

    /** What is to be done with the card. */
    public static final String DO = "do";

    /** Which of the guest's purchases is to be returned. */
    public static final String RETURN = "return";

    /** Which of the guest's redemptions is to be returned. */
    public static final String GIVE_BACK = "giveBack";

    private Places() {}

    /** {@code members/4711}. */
    public static String member(MemberId member) {
        return MEMBERS + '/' + member.value();
    }

    /** {@code program/draft/17}. */
    public static String programDraft(long draft) {
        return PROGRAM_DRAFT + '/' + draft;
    }

    /** The member's page with the question open that is asked before a card is changed: {@code block}, {@code unblock}, {@code replace}. */
    public static String cardOf(MemberId member, CardNumber card, String what) {
        return member(member) + '?' + CARD + '=' + card.value() + '&' + DO + '=' + what;
    }

    /** {@code settlement/2026-10}. */
    public static String window(YearMonth window) {
        return SETTLEMENT + '/' + window;
    }

    /** {@code settlement/2026-10/cafe-luna}. */
    public static String statement(YearMonth window, TenantSlug partner) {
        return window(window) + '/' + partner.value();
    }

    /** {@code front-desk?card=9724…}: the front desk with a guest. */
    public static String frontDeskOf(CardNumber card) {
        return FRONT_DESK + '?' + CARD + '=' + card.value();
    }

    /** The front desk with a guest and the form that takes a purchase back. */
    public static String returnAtTheDesk(CardNumber card, PostingId purchase) {
        return frontDeskOf(card) + '&' + RETURN + '=' + purchase.text();
    }

    /** The front desk with a guest and the form that brings points back. */
    public static String giveBackAtTheDesk(CardNumber card, PostingId redemption) {
        return frontDeskOf(card) + '&' + GIVE_BACK + '=' + redemption.text();
    }
}
