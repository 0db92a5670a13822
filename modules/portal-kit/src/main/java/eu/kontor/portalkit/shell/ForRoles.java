package eu.kontor.portalkit.shell;

import eu.kontor.kernel.Role;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which roles may open a view. Others do not see it in the navigation and get the not-permitted page at its address. What the view
 * does is decided again by the use cases, which take the caller.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ForRoles {

    Role[] value();
}
