package eu.kontor.notification.mail;

import static eu.kontor.ledger.testing.TestLedger.ONE_YEAR;
import static eu.kontor.ledger.testing.TestLedger.OPERATOR;
import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.Members;
import eu.kontor.membership.api.Members.MemberRow;
import eu.kontor.membership.persistence.AddressRecords;
import eu.kontor.notification.api.ExpiringPoints.ExpiringSum;
import eu.kontor.notification.api.MemberNotices.Audience;
import eu.kontor.notification.api.MemberNotices.Sent;
import eu.kontor.notification.api.MemberNotices.Told;
import eu.kontor.outbox.application.Delivery;
import eu.kontor.outbox.application.Handlers;
import eu.kontor.outbox.application.OutboxWriter;
import eu.kontor.outbox.persistence.OutboxTable;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.routes.api.Routes;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Today is 15 March 2026; what was last touched a year less thirty days ago must be announced. */
class MembersAreToldWhatExpiresTest {

    private static final KontorDatabase DATABASE = KontorDatabase.fresh();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final TenantId CAFE = DATABASE.tenant("cafe");
    private static final int NOTICE_DAYS = 30;

    private final Transactions transactions = DATABASE.transactions();
    private final CheckedLedger ledger = new CheckedLedger(DATABASE);
    private final AddressRecords addresses = new AddressRecords();
    private final List<String> trail = new ArrayList<>();
    private final Audit audit = (unit, caller, action, subject, details) ->
            trail.add(caller.name() + " " + action + " " + subject + " " + details);
    private final MemberId guest = newMember();

    @TempDir
    private Path folder;

    private final Routes camel = new Routes(Thread.ofPlatform().factory());
    private MailRoutes routes;

    @BeforeEach
    void everybody_else_was_told() {
        ledger.tellEverybody(TODAY);
        routes = routesTo(folder.resolve("mail"));
        earned(guest);
    }

    @AfterEach
    void coherent() {
        camel.stop();
        ledger.mustBeCoherent();
    }

    @AfterAll
    static void stop() {
        DATABASE.server().close();
    }

    private void earned(MemberId member) {
        ledger.earn(member, HOTEL, TODAY.minusYears(1).plusDays(NOTICE_DAYS), ONE_YEAR, 1_200);
    }

    @Test
    void by_one_mail_in_their_language_and_expire_then() throws Exception {
        lives(guest, "ana@example.com", "es", HOTEL);

        assertThat(desk(routes).send(OPERATOR)).isEqualTo(new Sent(1, 1, true));
        assertThat(desk(routes).send(OPERATOR)).isEqualTo(new Sent(0, 0, true));
        assertThat(trail).containsExactly("test send-expiry-notices 2026-03-15 {notices=1}");
        deliver(routes);
        String mail = mails().getFirst();
        assertThat(mails()).hasSize(1);
        assertThat(mail).contains("To: ana@example.com").contains("Content-Type: text/plain; charset=UTF-8");
        assertThat(body(mail)).contains("Estimado/a Ana Reis").contains("1.200").contains("14 de abril de 2026");
        ledger.clock.set(ledger.clock.instant().plus(Duration.ofDays(NOTICE_DAYS)));
        ledger.expire(TODAY.plusDays(NOTICE_DAYS));
        assertThat(ledger.available(guest)).isZero();
    }

    @Test
    void by_mail_that_leaves_later_when_it_cannot_leave_at_once_and_names_a_later_day() throws Exception {
        lives(guest, "ana@example.com", "en", HOTEL);
        Path inTheWay = Files.createFile(folder.resolve("mail"));
        assertThat(desk(routes).send(OPERATOR).members()).isEqualTo(1);
        deliver(routes);
        Files.delete(inTheWay);
        assertThat(folder).isEmptyDirectory();
        ledger.clock.set(ledger.clock.instant().plus(Duration.ofDays(NOTICE_DAYS)));
        ledger.expire(TODAY.plusDays(NOTICE_DAYS));
        assertThat(ledger.available(guest)).isEqualTo(1_200);

        patienceIsOver();
        deliver(routes);

        assertThat(body(mails().getFirst())).contains("Dear Ana Reis").contains("May 14, 2026");
        ledger.clock.set(ledger.clock.instant().plus(Duration.ofDays(NOTICE_DAYS)));
        ledger.expire(TODAY.plusDays(2 * NOTICE_DAYS - 1));
        assertThat(ledger.available(guest)).isEqualTo(1_200);
        ledger.expire(TODAY.plusDays(2 * NOTICE_DAYS));
        assertThat(ledger.available(guest)).isZero();
    }

    @Test
    void by_letter_when_the_address_is_gone_before_the_mail_leaves_and_lose_nothing_until_then() throws Exception {
        lives(guest, "ana@example.com", "en", HOTEL);
        assertThat(desk(routes).send(OPERATOR)).isEqualTo(new Sent(1, 1, true));
        moves(guest, null);
        deliver(routes);

        ledger.clock.set(ledger.clock.instant().plus(Duration.ofDays(NOTICE_DAYS)));
        ledger.expire(TODAY.plusDays(NOTICE_DAYS));
        assertThat(ledger.available(guest)).isEqualTo(1_200);
        String list = due(Audience.WITHOUT_ADDRESS);
        assertThat(list).contains("1200,inactivity,12,2026-04-14");
        assertThat(desk(routes).told(OPERATOR, TODAY.plusDays(NOTICE_DAYS), bytes(list)))
                .isEqualTo(new Told(1, 0));
        assertThat(due(Audience.EVERYBODY).lines()).hasSize(1);
    }

    @Test
    void by_mail_again_when_they_have_an_address_again() throws Exception {
        lives(guest, "ana@example.com", "en", HOTEL);
        for (int day = 0; day < 2; day++) {
            moves(guest, "ana@example.com");
            assertThat(desk(routes).send(OPERATOR)).isEqualTo(new Sent(1, 1, true));
            moves(guest, null);
            deliver(routes);
        }
        moves(guest, "reis@example.com");

        assertThat(desk(routes).send(OPERATOR)).isEqualTo(new Sent(1, 1, true));
        deliver(routes);

        assertThat(mails()).singleElement().asString().contains("To: reis@example.com");
        assertThat(desk(routes).send(OPERATOR)).isEqualTo(new Sent(0, 0, true));
    }

    @Test
    void not_at_all_while_no_way_for_mail_is_set() {
        MailRoutes nowhere = new MailRoutes(new MailSettings(name -> Optional.empty()), camel, ledger.clock);

        assertThat(desk(nowhere).send(OPERATOR)).isEqualTo(new Sent(0, 0, false));
        assertThat(ledger.notices.due(OPERATOR, TODAY, guest.value() - 1).notices())
                .hasSize(1);
    }

    @Test
    void elsewhere_when_they_have_no_address_with_a_list_that_goes_out_and_comes_back() throws Exception {
        lives(guest, null, "en", HOTEL);
        MemberId other = newMember();
        earned(other);
        lives(other, "bo@example.com", "en", CAFE);
        assertThat(desk(routes).send(OPERATOR)).isEqualTo(new Sent(1, 1, true));

        String list = due(Audience.WITHOUT_ADDRESS);
        assertThat(list.lines()).hasSize(2);
        assertThat(list).contains("Ana Reis").contains("1200,inactivity,12,2026-04-14");
        assertThat(desk(routes).told(OPERATOR, TODAY, bytes(list))).isEqualTo(new Told(1, 0));
        assertThat(desk(routes).told(OPERATOR, TODAY, bytes(list))).isEqualTo(new Told(0, 1));
        assertThat(due(Audience.EVERYBODY).lines()).hasSize(1);
    }

    @Test
    void elsewhere_when_they_have_an_address_and_are_the_guest_of_no_brand() throws Exception {
        lives(guest, "ana@example.com", "en");
        assertThat(desk(routes).send(OPERATOR)).isEqualTo(new Sent(0, 0, true));

        assertThat(due(Audience.WITHOUT_ADDRESS)).contains("Ana Reis").contains("1200,inactivity,12,2026-04-14");
        ExpiringSum sum = expiring().sum(OPERATOR, TODAY.plusDays(NOTICE_DAYS));
        assertThat(sum.unreachable().members()).isEqualTo(1);
        ledger.tellEverybody(TODAY);
    }

    @Test
    void a_list_that_is_none_is_refused() {
        refused("card,name\n1,2\n", RefusalCode.NOTICE_LIST_LACKS_COLUMN);
        refused("", RefusalCode.NOTICE_LIST_LACKS_COLUMN);
        refused("card,\"notice\n1,2\n", RefusalCode.NOTICE_LIST_LACKS_COLUMN);
        ledger.tellEverybody(TODAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "notice,card\n1_12_2026-01-31_7,1\nnonsense,2",
                "notice\n1_12_2026-01-31_7\n1_500_2026-04-14_7\n1_12_2026-01-31_8",
                "notice\r\n\"1_12_2026-01-31_7\"\r\n1_12_2026-02-30_7\r\n",
                "card,notice\n1,1_12_2026-01-31_7\n1\n",
                "notice,card\n1_12_2026-01-31_7,1\n\"1_12_2026-01-31_7,2\n1_12_2026-01-31_8,3\n",
                "notice,card\n1_12_2026-01-31_7,1\n\"1_12_2026-01-31_7\"x,2\n1_12_2026-01-31_8,3\n"
            })
    void the_first_line_of_a_list_that_is_not_as_it_was_is_named(String list) {
        assertThat(refused(list, RefusalCode.NOTICE_LIST_LINE_MALFORMED).details())
                .containsEntry("line", 3L);
        ledger.tellEverybody(TODAY);
    }

    @Test
    void a_list_comes_back_from_a_spreadsheet() throws Exception {
        lives(guest, null, "en", HOTEL);
        MemberId other = newMember();
        earned(other);
        lives(other, null, "en", CAFE);
        List<String> lines = due(Audience.WITHOUT_ADDRESS).lines().toList();
        assertThat(lines).hasSize(3);

        String semicolons = "\uFEFF" + lines.get(0).replace(',', ';') + "\r\n"
                + lines.get(1).replace(',', ';') + "\r\n;;;;;;;\r\n";
        String tabs = lines.get(0).replace(',', '\t') + "\n\n" + lines.get(2).replace(',', '\t');
        assertThat(desk(routes).told(OPERATOR, TODAY, bytes(semicolons))).isEqualTo(new Told(1, 0));
        assertThat(desk(routes).told(OPERATOR, TODAY, bytes(tabs))).isEqualTo(new Told(1, 0));
    }

    @Test
    void a_list_of_a_day_that_has_not_come_is_refused() throws Exception {
        lives(guest, null, "en", HOTEL);
        String list = due(Audience.WITHOUT_ADDRESS);
        assertThatThrownBy(() -> desk(routes).told(OPERATOR, TODAY.plusDays(1), bytes(list)))
                .hasMessage("2026-03-16 lies in the future. Give a day or a moment that has come.");
        ledger.tellEverybody(TODAY);
    }

    @Test
    void the_preview_counts_who_can_neither_be_told_nor_lose() throws Exception {
        lives(guest, null, "en", HOTEL);
        MemberId other = newMember();
        earned(other);
        lives(other, "bo@example.com", "en", CAFE);
        NamedExpiringPoints expiring = expiring();

        ExpiringSum sum = expiring.sum(OPERATOR, TODAY.plusDays(NOTICE_DAYS));
        assertThat(sum.sum().untold().members()).isEqualTo(2);
        assertThat(sum.unreachable().members()).isEqualTo(1);
        assertThat(sum.unreachable().points().value()).isEqualTo(1_200);
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        expiring.writeCsv(OPERATOR, TODAY.plusDays(NOTICE_DAYS), csv);
        assertThat(csv.toString(StandardCharsets.UTF_8))
                .contains("Ana Reis,1200,0,inactivity,12,2026-04-14,,,no")
                .contains("Ana Reis,1200,0,inactivity,12,2026-04-14,,,yes");
        ledger.tellEverybody(TODAY);
    }

    private Refusal refused(String file, RefusalCode code) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> desk(routes).told(OPERATOR, TODAY, bytes(file)));
        assertThat(refusal.code()).isEqualTo(code);
        return refusal;
    }

    private String due(Audience audience) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        desk(routes).writeDue(OPERATOR, TODAY, audience, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private NamedExpiringPoints expiring() {
        return new NamedExpiringPoints(transactions, ledger.expiry, membersNamedAna(), addresses);
    }

    private NoticeDesk desk(MailRoutes way) {
        NoticeSender sender =
                new NoticeSender(transactions, ledger.notices, addresses, new OutboxWriter(new OutboxTable()), audit);
        NoticeFiles files = new NoticeFiles(transactions, ledger.notices, membersNamedAna(), addresses, audit);
        return new NoticeDesk(sender, files, way, ledger.coalition, ledger.clock);
    }

    private MailRoutes routesTo(Path directory) {
        Map<String, String> settings =
                Map.of("kontor.mail.dir", directory.toString(), "kontor.mail.from", "us@example.org");
        return new MailRoutes(new MailSettings(name -> Optional.ofNullable(settings.get(name))), camel, ledger.clock);
    }

    private void deliver(MailRoutes way) {
        ExpiryNoticeMail mail = new ExpiryNoticeMail(addresses, ledger.coalition, way, ledger.notices);
        Delivery.of(transactions, new OutboxTable(), new Handlers(List.of(), List.of(mail)))
                .deliverWaiting();
    }

    private static void patienceIsOver() throws SQLException {
        try (Connection superuser = DATABASE.superuser()) {
            insert(superuser, "update coalition.outbox set due_at = now() where due_at is not null");
        }
    }

    private List<String> mails() throws IOException {
        List<String> mails = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("mail"))) {
            for (Path file : files.toList()) {
                mails.add(Files.readString(file));
            }
        }
        return mails;
    }

    private static String body(String mail) {
        String encoded = mail.substring(mail.indexOf("\r\n\r\n")).replace("\r\n", "");
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    private static void lives(MemberId member, String email, String language, TenantId... enrolledAt)
            throws SQLException {
        try (Connection superuser = DATABASE.superuser()) {
            insert(
                    superuser,
                    """
                    insert into coalition.member (member_id, given_name, family_name, search_name, email, language, member_since)
                    values (?, 'Ana', 'Reis', ' reis ana', ?, ?, date '2025-01-01')""",
                    member.value(),
                    email,
                    language);
            for (TenantId brand : enrolledAt) {
                insert(
                        superuser,
                        """
                        insert into coalition.enrollment (member_id, tenant_id, enrolled_on, search_name)
                        values (?, ?, date '2025-01-01', ' reis ana')""",
                        member.value(),
                        brand.value());
            }
        }
    }

    private static void moves(MemberId member, String email) throws SQLException {
        try (Connection superuser = DATABASE.superuser()) {
            insert(superuser, "update coalition.member set email = ? where member_id = ?", email, member.value());
        }
    }

    private static void insert(Connection superuser, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = superuser.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** A directory in which everybody has the same name; nothing else is asked of it. */
    private static Members membersNamedAna() {
        return (Members) Proxy.newProxyInstance(
                Members.class.getClassLoader(), new Class<?>[] {Members.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("names")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return ((Collection<?>) arguments[1])
                            .stream()
                                    .map(MemberId.class::cast)
                                    .collect(Collectors.toMap(Function.identity(), MembersAreToldWhatExpiresTest::ana));
                });
    }

    private static MemberRow ana(MemberId member) {
        return new MemberRow(
                member, "Ana Reis", CardNumber.issue("972401", member.value()), "member", Optional.empty(), true);
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
