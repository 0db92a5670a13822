package eu.kontor.portalkit.i18n;

import java.util.List;
import java.util.ServiceLoader;

/**
 * The texts that a module brings: one bundle per feature, in the package of the implementing class; every key begins with the name of
 * its bundle. Found through {@code META-INF/services}.
 */
public interface TextBundles {

    List<String> names();

    /** Those of all modules. */
    static List<TextBundles> everywhere() {
        return ServiceLoader.load(TextBundles.class, TextBundles.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
