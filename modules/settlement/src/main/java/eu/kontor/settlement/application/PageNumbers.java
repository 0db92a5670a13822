package eu.kontor.settlement.application;

import org.openpdf.text.Document;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** "Page 2 of 3" below every page: how many there are is known at the end, and then written where room was left for it. */
final class PageNumbers extends PdfPageEventHelper {

    private static final float SIZE = 8;
    private static final float ABOVE_THE_EDGE = 28;

    /** Of three figures and a word. */
    private static final float ROOM_FOR_ALL = 28;

    private final BaseFont font;
    private final StatementWords words;
    private final String left;
    private PdfTemplate all;

    /** @param left what stands at the left of every page's foot */
    PageNumbers(BaseFont font, StatementWords words, String left) {
        this.font = font;
        this.words = words;
        this.left = left;
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        all = writer.getDirectContent().createTemplate(ROOM_FOR_ALL, SIZE * 2);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        String page = words.of("page", writer.getPageNumber()) + ' ';
        PdfContentByte under = writer.getDirectContent();
        float end = document.right() - ROOM_FOR_ALL;
        under.beginText();
        under.setFontAndSize(font, SIZE);
        under.setTextMatrix(document.left(), ABOVE_THE_EDGE);
        under.showText(left);
        under.setTextMatrix(end - font.getWidthPoint(page, SIZE), ABOVE_THE_EDGE);
        under.showText(page);
        under.endText();
        under.addTemplate(all, end, ABOVE_THE_EDGE);
    }

    /** The writer stands on the page after the last by then. */
    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        all.beginText();
        all.setFontAndSize(font, SIZE);
        all.setTextMatrix(0, 0);
        all.showText(words.of("page.all", writer.getPageNumber() - 1));
        all.endText();
    }
}
