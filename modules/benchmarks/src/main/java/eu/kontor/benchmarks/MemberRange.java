package eu.kontor.benchmarks;

import eu.kontor.kernel.CardNumber;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.LongStream;

/** MemberRange of a new database, numbered from 1, each with one card, enrolled at every tenant there is, and with a pocket of 24 months. */
public final class MemberRange {

    private static final String CARD_PREFIX = "972401";
    private static final int CARDS_AT_ONCE = 100_000;

    private MemberRange() {}

    /** The card of a member. */
    public static String card(long member) {
        return CardNumber.issue(CARD_PREFIX, member).value();
    }

    /** The cards of that many members, the first one's first. */
    static String[] cards(int members) {
        return LongStream.rangeClosed(1, members).mapToObj(MemberRange::card).toArray(String[]::new);
    }

    /** Enters that many into a database that has none. */
    public static void enter(Connection superuser, int members) throws SQLException {
        enter(superuser, cards(members));
    }

    /** @param cards of all members, in the order of their numbers */
    static void enter(Connection superuser, String[] cards) throws SQLException {
        int members = cards.length;
        try (Statement statement = superuser.createStatement();
                PreparedStatement issue = superuser.prepareStatement(BenchmarkSql.named("issue_cards"))) {
            statement.execute(BenchmarkSql.named("enter_members").formatted(members));
            statement.execute(BenchmarkSql.named("enrol_members").formatted(members));
            for (int first = 0; first < members; first += CARDS_AT_ONCE) {
                Object[] some = Arrays.copyOfRange(cards, first, Math.min(first + CARDS_AT_ONCE, members));
                issue.setLong(1, first);
                issue.setArray(2, superuser.createArrayOf("text", some));
                issue.execute();
            }
            statement.execute(
                    "vacuum analyze coalition.member, coalition.card, coalition.enrollment, coalition.balance");
            statement.execute("checkpoint");
        }
    }
}
