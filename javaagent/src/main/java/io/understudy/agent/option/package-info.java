/**
 * Options of the agent: one table, four sources.
 *
 * <p>Runs inside the server's JVM before {@code main}. It must not initialise state that the
 * application reads later: no {@code System.getenv}, no {@code InetAddress}, no logging, no
 * locale-sensitive formatting.
 */
package io.understudy.agent.option;
