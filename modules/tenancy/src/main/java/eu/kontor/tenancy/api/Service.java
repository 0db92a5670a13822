package eu.kontor.tenancy.api;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One instance per application, injected as itself and not as a proxy: the class needs no second, hollow constructor. It is made when
 * the first one that needs it is made, which is before the migrations have run; what reads the database waits for
 * {@link MigrationsDone} or the first call. {@link Transactions} are proxied, so that everyone may be made before the data source is.
 */
@Stereotype
@Singleton
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Service {}
