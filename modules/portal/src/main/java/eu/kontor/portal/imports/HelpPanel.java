package eu.kontor.portal.imports;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.function.Function;

/** The layouts of files, each with an example to download, and what to do when a file is not read. */
final class HelpPanel extends Details {

    private static final long serialVersionUID = 1L;

    /** @param example the download of a layout's example */
    HelpPanel(Function<String, DownloadHandler> example) {
        addClassName("k-help");
        setSummaryText(getTranslation("imports.help"));
        add(new Paragraph(getTranslation("imports.help.intro")));
        Div layouts = new Div();
        layouts.addClassName("k-layouts");
        ExampleFiles.LAYOUTS.forEach(layout -> layouts.add(layout(layout, example.apply(layout))));
        UnorderedList problems = new UnorderedList(
                new ListItem(getTranslation("imports.help.encoding")),
                new ListItem(getTranslation("imports.help.header")),
                new ListItem(getTranslation("imports.help.empty")));
        add(layouts, new H3(getTranslation("imports.help.problems")), problems);
    }

    private Div layout(String layout, DownloadHandler example) {
        String name = getTranslation("imports.format." + layout);
        Anchor download = new Anchor(example, AttachmentType.DOWNLOAD, getTranslation("imports.help.example"));
        download.getElement().setAttribute("aria-label", getTranslation("imports.help.exampleOf", name));
        return new Div(
                new H3(name),
                new Paragraph(getTranslation("imports.help." + layout + ".text")),
                new Code(String.join(", ", ExampleFiles.columns(layout))),
                download);
    }
}
