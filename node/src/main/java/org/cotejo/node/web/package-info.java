/**
 * HTTP as the node's servers and clients speak it, with a limit on everything that a stranger chooses: how long, how slow, how many. (values)
 *
 * <p>Read first: {@link org.cotejo.node.web.Web} (what a client may ask), {@link org.cotejo.node.web.Service} (what a server answers),
 * {@link org.cotejo.node.web.WebServer}. Both sides are interfaces, so that a simulated network can stand between them. This room never
 * believes what it is sent and never follows a redirection to another host.
 */
@NullMarked
package org.cotejo.node.web;

import org.jspecify.annotations.NullMarked;
