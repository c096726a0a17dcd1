/** Knowledge of the records in a log, for {@code journal stats}. */
package io.understudy.agent.records;
