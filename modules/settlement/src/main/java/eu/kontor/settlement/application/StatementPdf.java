package eu.kontor.settlement.application;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.WrittenFigures;
import eu.kontor.settlement.api.Settlement.Statement;
import eu.kontor.settlement.api.Settlement.StatementLine;
import eu.kontor.settlement.api.StatementDocuments.Letterhead;
import eu.kontor.tenancy.api.LegalEntity;
import eu.kontor.tenancy.api.Tenant;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/** A statement on A4: both parties, what is paid by when and where to, the lines, the seal, and what it all is by law. */
public final class StatementPdf {

    private static final String FONT = "NotoSansSC-Regular.ttf";
    private static final float SIDE_MARGIN = 50;
    private static final float TOP_MARGIN = 48;
    private static final float BOTTOM_MARGIN = 60;
    private static final float SMALL = 8;
    private static final float USUAL = 9.5f;
    private static final float LARGE = 13;
    private static final float TITLE = 18;
    private static final float LEADING = 1.3f;
    private static final Color INK = new Color(0x1f, 0x24, 0x2b);
    private static final Color QUIET = new Color(0x5c, 0x65, 0x70);
    private static final Color RULE = new Color(0xc9, 0xce, 0xd4);

    private final Statement statement;
    private final Letterhead letterhead;
    private final Tenant partner;
    private final ZoneId zone;
    private final Locale language;
    private final StatementWords words;
    private final WrittenFigures figures;

    /** @param zone in which the month was closed */
    public StatementPdf(Statement statement, Letterhead letterhead, Tenant partner, ZoneId zone, Locale language) {
        this.statement = statement;
        this.letterhead = letterhead;
        this.partner = partner;
        this.zone = zone;
        this.language = language;
        this.words = new StatementWords(language);
        this.figures = WrittenFigures.in(language);
    }

    /** Writes all of it and leaves the output open. */
    public void write(OutputStream out) throws IOException {
        Document page = new Document(PageSize.A4, SIDE_MARGIN, SIDE_MARGIN, TOP_MARGIN, BOTTOM_MARGIN);
        PdfWriter writer = PdfWriter.getInstance(page, out);
        writer.setCloseStream(false);
        String title = title();
        writer.setPageEvent(
                new PageNumbers(Fonts.NOTO, words, letterhead.operator().name() + " · " + title));
        page.open();
        page.addTitle(title);
        page.addAuthor(letterhead.operator().name());
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(language.toLanguageTag()));
        page.add(new Paragraph(title, font(TITLE, Font.BOLD, INK)));
        page.add(parties());
        page.add(facts());
        page.add(result());
        page.add(lines());
        seal().forEach(page::add);
        page.add(quiet(
                letterhead.number().isPresent()
                        ? words.of(
                                "legal",
                                letterhead.operator().name(),
                                letterhead.partner().name(),
                                figures.month(statement.window()))
                        : words.of("legal.open")));
        page.close();
        out.flush();
    }

    private String title() {
        return letterhead
                .number()
                .map(number -> words.of("title") + ' ' + number)
                .orElseGet(() -> words.of("title.open") + ", " + figures.month(statement.window()));
    }

    private PdfPTable parties() {
        PdfPTable parties = table(1, 1);
        parties.addCell(party(words.of("from"), letterhead.operator()));
        parties.addCell(party(words.of("to"), letterhead.partner()));
        return parties;
    }

    private PdfPCell party(String role, LegalEntity who) {
        PdfPCell cell = plain(new Phrase());
        cell.addElement(new Paragraph(role, font(SMALL, Font.NORMAL, QUIET)));
        cell.addElement(new Paragraph(who.name(), font(USUAL, Font.BOLD, INK)));
        List<String> rest = new ArrayList<>(who.address());
        addNamed(rest, "taxNumber", who.taxNumber());
        addNamed(rest, "register", who.register());
        addNamed(rest, "account", who.iban().map(iban -> "IBAN " + iban));
        addNamed(rest, "bank", who.bic());
        addNamed(rest, "questions", who.email());
        rest.forEach(line -> cell.addElement(new Paragraph(line, font(USUAL, Font.NORMAL, INK))));
        return cell;
    }

    private void addNamed(List<String> lines, String key, Optional<String> value) {
        value.ifPresent(text -> lines.add(words.of(key) + ": " + text));
    }

    private PdfPTable facts() {
        PdfPTable facts = table(1, 1, 1, 1);
        facts.addCell(fact("number", letterhead.number().orElse("–")));
        facts.addCell(fact("month", figures.month(statement.window())));
        facts.addCell(fact(
                "closed",
                statement
                        .closedAt()
                        .map(at -> figures.day(at.atZone(zone).toLocalDate()))
                        .orElse("–")));
        facts.addCell(fact("due", statement.due().map(figures::day).orElse("–")));
        return facts;
    }

    private PdfPCell fact(String key, String value) {
        PdfPCell cell = plain(new Phrase());
        cell.addElement(new Paragraph(words.of(key), font(SMALL, Font.NORMAL, QUIET)));
        cell.addElement(new Paragraph(value, font(USUAL, Font.BOLD, INK)));
        return cell;
    }

    private Paragraph result() {
        MoneyAmount net = statement.net();
        int signum = net.amount().signum();
        Paragraph result = new Paragraph();
        result.setSpacingBefore(LARGE);
        result.add(new Phrase(
                words.of(
                        signum > 0 ? "receives" : signum < 0 ? "pays" : "even",
                        letterhead.partner().name(),
                        figures.money(signum < 0 ? net.negated() : net)),
                font(LARGE, Font.BOLD, INK)));
        result.add(new Phrase(
                '\n' + words.of("breakdown", figures.money(sum(1)), figures.money(sum(-1).negated())),
                font(USUAL, Font.NORMAL, QUIET)));
        if (signum != 0 && letterhead.number().isPresent() && statement.due().isPresent()) {
            LegalEntity payee = signum > 0 ? letterhead.partner() : letterhead.operator();
            String day = figures.day(statement.due().get());
            String number = letterhead.number().get();
            result.add(new Phrase(
                    '\n'
                            + payee.iban()
                                    .map(iban -> words.of("payTo", day, payee.name(), iban, number))
                                    .orElseGet(() -> words.of("payToUnknown", day, payee.name(), number)),
                    font(USUAL, Font.NORMAL, INK)));
        }
        return result;
    }

    private MoneyAmount sum(int signum) {
        return statement.lines().stream()
                .map(StatementLine::amount)
                .filter(amount -> amount.amount().signum() == signum)
                .reduce(MoneyAmount.zero(statement.currency()), MoneyAmount::plus);
    }

    private Element lines() {
        if (statement.lines().isEmpty()) {
            return quiet(words.of("none"));
        }
        PdfPTable table = table(4.2f, 1.4f, 1.8f, 1.8f, 2);
        table.setHeaderRows(1);
        for (String heading : List.of("line", "transfers", "points", "price", "amount")) {
            PdfPCell cell = cell(words.of(heading), font(SMALL, Font.BOLD, QUIET), !heading.equals("line"));
            cell.setBorderWidthBottom(1);
            table.addCell(cell);
        }
        for (StatementLine line : statement.lines()) {
            Font usual = font(USUAL, Font.NORMAL, INK);
            table.addCell(cell(named(line), usual, false));
            table.addCell(cell(figures.count(line.transfers()), usual, true));
            table.addCell(cell(figures.count(line.points().value()), usual, true));
            table.addCell(cell(figures.money(line.pricePerPoint(), statement.currency()), usual, true));
            table.addCell(cell(figures.money(line.amount()), usual, true));
        }
        Font bold = font(USUAL, Font.BOLD, INK);
        PdfPCell net = cell(words.of("net"), bold, false);
        net.setColspan(4);
        table.addCell(net);
        table.addCell(cell(figures.money(statement.net()), bold, true));
        return table;
    }

    private String named(StatementLine line) {
        String outlet = line.outlet()
                .map(code -> partner.outlet(code).map(Tenant.Outlet::name).orElse(code))
                .orElseGet(() -> words.of("noOutlet"));
        String kind = words.of("kind." + line.kind().name()) + " · " + outlet;
        return line.lateTransfers() == 0
                ? kind
                : kind + " (" + words.of("late", figures.count(line.lateTransfers())) + ')';
    }

    private List<Paragraph> seal() {
        return letterhead
                .seal()
                .map(seal -> List.of(
                        spaced(new Paragraph(words.of("seal", seal.number()), font(SMALL, Font.BOLD, INK))),
                        new Paragraph(seal.hash(), font(SMALL, Font.NORMAL, INK)),
                        new Paragraph(words.of("seal.text"), font(SMALL, Font.NORMAL, QUIET))))
                .orElse(List.of());
    }

    private static Paragraph quiet(String text) {
        return spaced(new Paragraph(text, font(SMALL, Font.NORMAL, QUIET)));
    }

    private static Paragraph spaced(Paragraph paragraph) {
        paragraph.setSpacingBefore(USUAL);
        return paragraph;
    }

    private static PdfPTable table(float... widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(LARGE);
        return table;
    }

    private static PdfPCell plain(Phrase content) {
        PdfPCell cell = new PdfPCell(content);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(0);
        cell.setPaddingRight(USUAL);
        return cell;
    }

    private static PdfPCell cell(String text, Font font, boolean isFigure) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(RULE);
        cell.setLeading(0, LEADING);
        cell.setPaddingTop(4);
        cell.setPaddingBottom(6);
        cell.setHorizontalAlignment(isFigure ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
        return cell;
    }

    private static Font font(float size, int style, Color colour) {
        return new Font(Fonts.NOTO, size, style, colour);
    }

    /** Read when the first statement is printed; some megabytes, of which a document gets the characters that it has. */
    private static final class Fonts {

        static final BaseFont NOTO = read();

        private static BaseFont read() {
            try (InputStream file = StatementPdf.class.getResourceAsStream("/eu/kontor/settlement/" + FONT)) {
                return BaseFont.createFont(
                        FONT, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, file.readAllBytes(), null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
