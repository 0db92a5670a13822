package eu.kontor.portal.preview;

import eu.kontor.portal.PortalShell;
import eu.kontor.portalkit.shell.MainLayout;
import eu.kontor.tenancy.api.Service;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.lang.annotation.Annotation;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jetty.ee11.annotations.AnnotationConfiguration;
import org.eclipse.jetty.ee11.webapp.MetaInfConfiguration;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * Serves the portal on one port, without Liberty, Keycloak or PostgreSQL. {@code /?as=cashier} signs in as one of
 * {@link PreviewSignIn}'s people when a browser session begins.
 */
public final class PortalPreview implements AutoCloseable {

    /** The first port of the preview; the first argument overrides it. */
    public static final int PORT = 26_000;

    /** The portal and its kit are directories of classes until Maven has packaged them. */
    private static final String SCANNED_JARS =
            ".*/(classes|test-classes)/.*|.*/(flow-|vaadin-|kontor-portal)[^/]*\\.jar$";

    private static final List<Class<? extends Annotation>> SCOPES =
            List.of(Service.class, ApplicationScoped.class, Dependent.class);

    private final SeContainer beans;
    private final Server server;

    /** @param port 0 for any free one */
    public PortalPreview(int port) throws Exception {
        Path work = Files.createTempDirectory("portal-preview");
        layOutFrontEnd();
        this.beans = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addBeanClasses(beanClasses(MainLayout.class))
                .addBeanClasses(beanClasses(PortalShell.class))
                .addBeanClasses(beanClasses(PortalPreview.class))
                .initialize();
        this.server = new Server(port);
        WebAppContext application = new WebAppContext();
        application.setContextPath("/");
        application.setParentLoaderPriority(true);
        application.setBaseResource(ResourceFactory.of(application).newResource(work));
        application.setAttribute(MetaInfConfiguration.CONTAINER_JAR_PATTERN, SCANNED_JARS);
        application.addConfiguration(new AnnotationConfiguration());
        JakartaWebSocketServletContainerInitializer.configure(application, null);
        server.setHandler(application);
        server.start();
    }

    public String address() {
        return "http://localhost:" + server.getURI().getPort() + "/";
    }

    /** The last month that was closed can be closed once more. */
    public void reopenTheMonth() {
        beans.select(FakeSettlement.class).get().reopen();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the preview's server cannot be stopped", e);
        } finally {
            beans.close();
        }
    }

    /** The portal's classes with a scope, among the compiled classes where {@code neighbour} is. */
    private static Class<?>[] beanClasses(Class<?> neighbour) throws Exception {
        Path compiled = classesOf(neighbour);
        if (Files.isDirectory(compiled)) {
            return beanClassesUnder(compiled);
        }
        try (FileSystem packaged = FileSystems.newFileSystem(compiled)) {
            return beanClassesUnder(packaged.getPath("/"));
        }
    }

    private static Class<?>[] beanClassesUnder(Path root) throws Exception {
        try (Stream<Path> files = Files.walk(root.resolve("eu/kontor"))) {
            List<Class<?>> beans = new ArrayList<>();
            for (Path file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".class"))::iterator) {
                String name = root.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
                Class<?> type = Class.forName(name, false, PortalPreview.class.getClassLoader());
                if (SCOPES.stream().anyMatch(type::isAnnotationPresent)) {
                    beans.add(type);
                }
            }
            return beans.toArray(Class<?>[]::new);
        }
    }

    private static Path classesOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** Lays out Vaadin's ready-made front end among the test classes, as a production build does among the classes. */
    private static void layOutFrontEnd() throws Exception {
        Path target = classesOf(PortalPreview.class).resolve("META-INF/VAADIN");
        URL bundle = PortalPreview.class.getResource("/vaadin-prod-bundle/config/stats.json");
        String jar =
                bundle.toString().substring("jar:".length(), bundle.toString().indexOf('!'));
        try (FileSystem files = FileSystems.newFileSystem(Path.of(java.net.URI.create(jar)), Map.of());
                Stream<Path> paths = Files.walk(files.getPath("/vaadin-prod-bundle"))) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path copy = target.resolve(
                        files.getPath("/vaadin-prod-bundle").relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        Files.writeString(
                target.resolve("config/flow-build-info.json"),
                "{\"productionMode\":true,\"eagerServerLoad\":false,\"react.enable\":true}");
    }

    public static void main(String[] arguments) throws Exception {
        PortalPreview preview = new PortalPreview(arguments.length > 0 ? Integer.parseInt(arguments[0]) : PORT);
        System.out.println("The portal's preview is at " + preview.address());
        preview.server.join();
    }
}
