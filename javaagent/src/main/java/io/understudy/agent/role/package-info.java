/** What a JVM does in the pair: one class per role, wired to engine and link. */
package io.understudy.agent.role;
