package eu.kontor.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All resources of the API, version 1; what is not compatible gets a version 2 beside it. */
@ApplicationPath("/api/v1")
public class KontorApplication extends Application {}
