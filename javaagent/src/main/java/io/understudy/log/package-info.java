/** What the agent's libraries log to, in place of {@code java.util.logging}. */
package io.understudy.log;
