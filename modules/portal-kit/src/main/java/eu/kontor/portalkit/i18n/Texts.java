package eu.kontor.portalkit.i18n;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The texts by key and language, of the kit and of what stands on it ({@link TextBundles}).
 *
 * <p>Placeholders are {@code {0}}, {@code {1}} … and take what they are given as it is: numbers and dates are formatted by
 * {@link Formats} before. A key that is missing is shown between exclamation marks, so that it is seen; a test finds it before.
 */
public final class Texts implements I18NProvider {

    private static final long serialVersionUID = 1L;
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Map<Locale, Map<String, String>> BY_LANGUAGE = load();

    @Override
    public List<Locale> getProvidedLocales() {
        return Languages.all();
    }

    @Override
    public String getTranslation(String key, Locale language, Object... values) {
        return of(key, language, values);
    }

    @Override
    public Map<String, String> getAllTranslations(Locale language) {
        return all(language);
    }

    /** The text of a key, for code that is no component. */
    public static String of(String key, Locale language, Object... values) {
        String text = all(language).getOrDefault(key, "!" + key + "!");
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /**
     * The text of {@code key.one} for exactly one, of {@code key.other} else; {@code {0}} is the formatted count, further
     * values follow.
     */
    public static String counted(String key, long count, Locale language, Object... more) {
        Object[] values = new Object[more.length + 1];
        values[0] = Formats.in(language).count(count);
        System.arraycopy(more, 0, values, 1, more.length);
        return of(key + (count == 1 ? ".one" : ".other"), language, values);
    }

    /** All texts of a language, by key. */
    public static Map<String, String> all(Locale language) {
        return BY_LANGUAGE.get(Languages.nearest(language).orElse(Languages.ENGLISH));
    }

    private static Map<Locale, Map<String, String>> load() {
        Map<Locale, Map<String, String>> loaded = new HashMap<>();
        List<TextBundles> everywhere = TextBundles.everywhere();
        for (Locale language : Languages.all()) {
            Map<String, String> texts = new HashMap<>();
            everywhere.forEach(bundles -> bundles.names().forEach(name -> texts.putAll(read(bundles, name, language))));
            loaded.put(language, Map.copyOf(texts));
        }
        return Map.copyOf(loaded);
    }

    private static Map<String, String> read(TextBundles bundles, String name, Locale language) {
        ClassLoader whereTheyAre = bundles.getClass().getClassLoader();
        String whole = bundles.getClass().getPackageName() + '.' + name;
        ResourceBundle bundle = ResourceBundle.getBundle(whole, language, whereTheyAre, NO_FALLBACK);
        return bundle.keySet().stream().collect(Collectors.toMap(Function.identity(), bundle::getString));
    }
}
