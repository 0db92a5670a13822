package eu.kontor.portal.program;

import eu.kontor.checkout.api.CategoryDesk;
import eu.kontor.checkout.api.CategoryDesk.Unseen;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.util.List;

/** Categories that tills send and the program does not know, for a brand's admins. */
@Service
public class CategoriesPresenter {

    private final CategoryDesk desk;

    @Inject
    public CategoriesPresenter(CategoryDesk desk) {
        this.desk = desk;
    }

    /** None for whoever could not change the program. */
    public List<Unseen> unseen(Caller caller) {
        return caller.isAny(Role.ADMIN) && caller.tenant().isPresent() ? desk.unseen(caller) : List.of();
    }

    void seen(Caller caller, List<Unseen> shown) {
        desk.seen(caller, shown);
    }
}
