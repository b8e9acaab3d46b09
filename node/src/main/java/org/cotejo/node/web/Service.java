package org.cotejo.node.web;

/** Answers requests. Called by several threads at a time. */
@FunctionalInterface
public interface Service {
    /** The answer to one request; what it throws is answered with 500 and told to nobody. */
    Reply answer(Request request);
}
