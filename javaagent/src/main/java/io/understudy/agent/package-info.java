/** Wiring of the replication roles, exit codes. */
package io.understudy.agent;
