/** What the agent tells its operator: stderr lines, recent events, a snapshot of its state. */
package io.understudy.agent.status;
