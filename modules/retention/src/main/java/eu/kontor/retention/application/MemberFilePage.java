package eu.kontor.retention.application;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.retention.api.MemberFiles.MemberFile;
import eu.kontor.retention.api.MemberFiles.MemberFile.Part;
import java.text.MessageFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The file as one page of HTML without anything foreign in it: no script, no image, no font. */
record MemberFilePage(MemberFile file, String coalition, Locale language, Instant now, ZoneId zone) {

    private static final String BUNDLE = "eu.kontor.retention.member-file";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*[0-9Z]");

    /** What people and tills wrote: shown as it was written, whatever it looks like. */
    private static final Set<String> WRITTEN = Set.of(
            "givenName",
            "familyName",
            "phone",
            "email",
            "label",
            "reference",
            "note",
            "author",
            "reason",
            "text",
            "textVersion",
            "brand",
            "outlet",
            "lines");

    private static final String STYLE =
            "body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1a1a1a}"
                    + "h2{margin:2rem 0 .5rem;font-size:1.15rem}table{border-collapse:collapse;width:100%}"
                    + "th,td{text-align:start;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #ddd;vertical-align:top;"
                    + "overflow-wrap:anywhere}td.n{text-align:end;font-variant-numeric:tabular-nums}p.q{color:#555}"
                    + "div{overflow-x:auto}@media print{body{margin:0;max-width:none;font-size:10pt}thead{display:table-header-group}"
                    + "tr{break-inside:avoid}}";

    String html() {
        ResourceBundle words = ResourceBundle.getBundle(BUNDLE, language, NO_FALLBACK);
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"")
                .append(text(language.toLanguageTag()))
                .append(
                        "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(text(say(words, "title", coalition)))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>")
                .append(text(say(words, "title", coalition)))
                .append("</h1><p>")
                .append(text(say(words, "lead", moment(OffsetDateTime.ofInstant(now, zone)))))
                .append("</p>\n");
        for (Part part : file.content()) {
            page.append("<h2>")
                    .append(text(words.getString("part." + part.name())))
                    .append("</h2>\n");
            if (part.rows().isEmpty()) {
                page.append("<p class=\"q\">")
                        .append(text(words.getString("nothing")))
                        .append("</p>\n");
            } else {
                table(page, words, part.rows());
            }
        }
        return page.append("<h2>")
                .append(text(words.getString("kept.title")))
                .append("</h2><p>")
                .append(text(words.getString("kept.text")))
                .append("</p></body></html>\n")
                .toString();
    }

    private void table(StringBuilder page, ResourceBundle words, List<JsonNode> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> row.fieldNames().forEachRemaining(columns::add));
        page.append("<div><table><thead><tr>");
        columns.forEach(column -> page.append("<th scope=\"col\">")
                .append(text(words.getString("column." + column)))
                .append("</th>"));
        page.append("</tr></thead><tbody>\n");
        for (JsonNode row : rows) {
            page.append("<tr>");
            for (String column : columns) {
                JsonNode value = row.path(column);
                page.append(value.isNumber() ? "<td class=\"n\">" : "<td>")
                        .append(text(inWords(words, column, value)))
                        .append("</td>");
            }
            page.append("</tr>\n");
        }
        page.append("</tbody></table></div>\n");
    }

    private String inWords(ResourceBundle words, String column, JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(each -> inWords(words, column, each))
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(value.path(0).isArray() ? "; " : " · "));
        }
        String plain = value.isNull() ? "" : value.asText();
        if (WRITTEN.contains(column)) {
            return plain;
        }
        try {
            return inWords(words, plain);
        } catch (DateTimeException noSuchDay) {
            return plain;
        }
    }

    private String inWords(ResourceBundle words, String plain) {
        if (DAY.matcher(plain).matches()) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(language)
                    .format(LocalDate.parse(plain));
        }
        if (MOMENT.matcher(plain).matches()) {
            return moment(OffsetDateTime.parse(plain));
        }
        String key = "value." + plain;
        return !plain.contains(" ") && words.containsKey(key) ? words.getString(key) : plain;
    }

    private String moment(OffsetDateTime at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language)
                .format(at.atZoneSameInstant(zone));
    }

    private static String say(ResourceBundle words, String key, String value) {
        return MessageFormat.format(words.getString(key), value);
    }

    private static String text(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
