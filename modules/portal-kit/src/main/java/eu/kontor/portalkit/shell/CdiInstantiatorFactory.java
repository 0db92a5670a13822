package eu.kontor.portalkit.shell;

import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.di.InstantiatorFactory;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinService;
import eu.kontor.portalkit.i18n.Texts;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.Unmanaged;

/**
 * Gives Vaadin's views and layouts their collaborators from CDI, so that a view declares them in its {@code @Inject} constructor.
 *
 * <p>A class that is a CDI bean comes from the container. Any other (views are not beans: their life is the navigation's, not a scope's)
 * is created, injected and post-constructed unmanaged. Found through {@code META-INF/services}.
 */
public final class CdiInstantiatorFactory implements InstantiatorFactory {

    @Override
    public Instantiator createInstantitor(VaadinService service) {
        return new CdiInstantiator(service);
    }

    private static final class CdiInstantiator extends DefaultInstantiator {

        private static final long serialVersionUID = 1L;

        CdiInstantiator(VaadinService service) {
            super(service);
        }

        @Override
        public I18NProvider getI18NProvider() {
            return new Texts();
        }

        @Override
        public <T> T getOrCreate(Class<T> type) {
            Instance<T> beans = CDI.current().select(type);
            return beans.isResolvable() ? beans.get() : unmanaged(type);
        }

        private static <T> T unmanaged(Class<T> type) {
            return new Unmanaged<>(type)
                    .newInstance()
                    .produce()
                    .inject()
                    .postConstruct()
                    .get();
        }
    }
}
