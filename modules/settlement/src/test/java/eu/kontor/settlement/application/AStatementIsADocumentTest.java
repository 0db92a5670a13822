package eu.kontor.settlement.application;

import static eu.kontor.ledger.testing.TestLedger.OPERATOR;
import static eu.kontor.ledger.testing.TestLedger.TWO_YEARS;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.proof.seal.LedgerSeals;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.settlement.api.Settlement;
import eu.kontor.settlement.api.Settlement.WindowRow;
import eu.kontor.settlement.api.StatementDocuments;
import eu.kontor.tenancy.api.ConfigurationSection;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** A month is closed, printed, and printed again after a party has moved house. */
class AStatementIsADocumentTest {

    private static final YearMonth JANUARY = TestLedger.FIRST_WINDOW;
    private static final YearMonth FEBRUARY = JANUARY.plusMonths(1);
    private static final LocalDate CLOSED_ON = TestLedger.TODAY;
    private static final KontorDatabase DATABASE = KontorDatabase.fresh();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final TenantId CAFE = DATABASE.tenant("cafe");
    private static final Tenants TENANTS = new TestTenants(
            List.of(TestTenants.tenant(HOTEL, "hotel", "EUR"), TestTenants.tenant(CAFE, "cafe", "EUR")));
    private static final Transactions TRANSACTIONS = DATABASE.transactions();
    private static final CheckedLedger LEDGER = new CheckedLedger(TRANSACTIONS);
    private static final LedgerSeals SEALS = new LedgerSeals(TRANSACTIONS, LEDGER.clock);
    private static final Settlement SETTLEMENT =
            TestSettlement.of(LEDGER, TRANSACTIONS, TENANTS, (unit, caller, action, subject, details) -> {});
    private static final StatementDocuments DOCUMENTS = new PartnerDocuments(SETTLEMENT, SEALS, TENANTS, TRANSACTIONS);
    private static final Caller FINANCE =
            new Caller("f", "Finance", Optional.of(HOTEL), Set.of(Role.FINANCE), Locale.ENGLISH);

    @BeforeAll
    static void aMonthIsClosedAndSealed() throws IOException {
        apply(
                new ContractSection(),
                HOTEL,
                """
                {"currency": "EUR", "paymentDays": 10, "terms": [
                  {"validFrom": "2025-01-01", "pricePerPointIssued": 0.01, "valuePerPointRedeemed": 0.008}]}""");
        apply(
                new LegalSection(),
                HOTEL,
                """
                {"name": "示例酒店有限公司", "address": ["Calle Ñ 1", "Madrid"], "taxNumber": "ES A00000000",
                 "iban": "ES9121000418450200051332"}""");
        MemberId guest = newMember();
        LEDGER.earn(guest, HOTEL, JANUARY.atDay(20), TWO_YEARS, 12_345);
        LEDGER.earn(guest, CAFE, JANUARY.atDay(20), TWO_YEARS, 10);
        SETTLEMENT.close(OPERATOR, JANUARY);
        SEALS.seal();
    }

    @AfterAll
    static void stop() {
        DATABASE.server().close();
    }

    @Test
    void it_says_who_pays_whom_how_much_by_when_and_where_to() throws IOException {
        String text = pdf(JANUARY, Locale.ENGLISH);

        assertThat(text)
                .contains("Settlement statement 2025-01-000" + HOTEL.value())
                .contains("示例酒店有限公司", "Calle Ñ 1", "ES A00000000", "ES91 2100 0418 4502 0005 1332")
                .contains("示例酒店有限公司 pays €123.45")
                .contains("To be paid by 25 March 2026")
                .contains("Points issued · Main outlet", "12,345", "€0.01")
                .contains(
                        "Seal 1", SEALS.closing(OPERATOR, JANUARY).orElseThrow().hash())
                .contains("Page 1 of");
    }

    @Test
    void in_the_readers_language() throws IOException {
        assertThat(pdf(JANUARY, Locale.of("es"))).contains("Liquidación mensual", "Vencimiento", "123,45");
        assertThat(pdf(JANUARY, Locale.SIMPLIFIED_CHINESE)).contains("月度结算单", "付款到期日", "发放积分", "第 1 页");
    }

    @Test
    void a_document_that_was_handed_over_stays_as_it_was() throws IOException {
        apply(
                new LegalSection(),
                HOTEL,
                """
                {"name": "Moved, S.A.", "address": ["Elsewhere"], "taxNumber": "ES B00000000"}""");
        try {
            assertThat(pdf(JANUARY, Locale.ENGLISH)).contains("示例酒店有限公司").doesNotContain("Moved");
            assertThat(pdf(FEBRUARY, Locale.ENGLISH)).contains("Moved, S.A.");
        } finally {
            apply(
                    new LegalSection(),
                    HOTEL,
                    """
                    {"name": "示例酒店有限公司", "address": ["Calle Ñ 1", "Madrid"], "taxNumber": "ES A00000000",
                     "iban": "ES9121000418450200051332"}""");
        }
    }

    @Test
    void a_month_that_is_open_has_no_number_and_nothing_to_pay() throws IOException {
        assertThat(pdf(FEBRUARY, Locale.ENGLISH))
                .contains("Provisional account", "not to be paid by")
                .doesNotContain("To be paid by", "2025-02-000");
    }

    @Test
    void the_day_to_pay_by_is_the_contracts_and_stands_in_every_list() {
        LocalDate due = CLOSED_ON.plusDays(10);

        assertThat(SETTLEMENT.statement(FINANCE, JANUARY, HOTEL).due()).contains(due);
        assertThat(january(FINANCE).due()).contains(due);
        assertThat(SETTLEMENT.preview(OPERATOR, JANUARY).partners())
                .allSatisfy(partner -> assertThat(partner.due()).contains(due));
        assertThat(SETTLEMENT.contract(OPERATOR, HOTEL).orElseThrow().paymentDays())
                .isEqualTo(10);
    }

    @Test
    void a_month_that_awaits_a_contract_says_so_to_whom_it_concerns() {
        Caller cafe = new Caller("c", "Finance", Optional.of(CAFE), Set.of(Role.FINANCE), Locale.ENGLISH);

        assertThat(january(OPERATOR).awaited()).isOne();
        assertThat(january(cafe).awaited()).isOne();
        assertThat(january(FINANCE).awaited()).isZero();
    }

    @Test
    void others_do_not_get_it() {
        Caller cashier = new Caller("c", "Cashier", Optional.of(HOTEL), Set.of(Role.FRONT_DESK), Locale.ENGLISH);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> DOCUMENTS.writePdf(cashier, JANUARY, HOTEL, Locale.ENGLISH, out))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> DOCUMENTS.writePdf(FINANCE, JANUARY, CAFE, Locale.ENGLISH, out))
                .isInstanceOf(Refusal.class);
        assertThat(out.size()).isZero();
    }

    private static WindowRow january(Caller caller) {
        return SETTLEMENT.windows(caller).stream()
                .filter(row -> row.window().equals(JANUARY))
                .findFirst()
                .orElseThrow();
    }

    /** The text of all pages, as a reader copies it. */
    private static String pdf(YearMonth window, Locale language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DOCUMENTS.writePdf(FINANCE, window, HOTEL, language, out);
        try (PdfReader reader = new PdfReader(out.toByteArray())) {
            StringBuilder text = new StringBuilder();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
            }
            return text.toString();
        }
    }

    private static void apply(ConfigurationSection section, TenantId tenant, String json) throws IOException {
        JsonNode content = new ObjectMapper().readTree(json);
        TRANSACTIONS.asOperator(unit -> {
            section.apply(TENANTS.get(tenant), content, unit);
            return true;
        });
    }
}
