package org.cotejo.node.web;

import org.cotejo.base.Check;

/**
 * What a client asked.
 *
 * @param method in capitals
 * @param path decoded, begins with a slash, without a query
 * @param body at most as long as the service allows
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Request(String method, String path, byte[] body) {
    public Request {
        Check.that(path.startsWith("/"), "a path '%s'", path);
    }

    /** A request without a body. */
    public static Request get(String path) {
        return new Request("GET", path, new byte[0]);
    }
}
