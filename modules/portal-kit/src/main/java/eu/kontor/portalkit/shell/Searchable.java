package eu.kontor.portalkit.shell;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import java.util.List;

/** A kind of thing that the search on one key finds. A feature offers it as a bean. */
public interface Searchable {

    /**
     * @param typed at least {@link SearchPresenter#SHORTEST} characters, without blanks around them
     * @throws Refusal when the caller may not search here, or not for this: it finds nothing then
     */
    List<Hit> find(Caller caller, String typed);

    /** Where its hits stand among those of others: the lower the further up. */
    int order();

    /**
     * @param groupKey the text that says what kind of thing it is
     * @param title its name
     * @param detail what tells it from its namesakes
     * @param place where choosing it leads
     */
    record Hit(String groupKey, String title, String detail, String place) {}
}
