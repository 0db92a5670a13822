package eu.kontor.portal.preview;

import eu.kontor.checkout.api.CategoryDesk;
import eu.kontor.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Two misspelt words of a till. */
@ApplicationScoped
public class FakeCategories implements CategoryDesk {

    private static final LocalDate TODAY = LocalDate.ofInstant(PreviewWorld.NOW, ZoneOffset.UTC);

    private final AtomicReference<List<Unseen>> unseen = new AtomicReference<>(List.of(
            new Unseen("bred", TODAY.minusDays(3), TODAY),
            new Unseen("Kuchen XL", TODAY.minusDays(1), TODAY.minusDays(1))));

    @Override
    public List<Unseen> unseen(Caller caller) {
        return unseen.get();
    }

    @Override
    public void seen(Caller caller, List<Unseen> shown) {
        unseen.set(List.of());
    }
}
