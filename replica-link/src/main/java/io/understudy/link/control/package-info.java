/**
 * The agent's side of netctl's unix socket: framing, client, life line.
 *
 * <p>Depends on the JDK, JNA and the generated messages only, so that the agent never needs netctl.
 */
package io.understudy.link.control;
