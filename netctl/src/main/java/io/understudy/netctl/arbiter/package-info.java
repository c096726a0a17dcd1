/** Who decides which node holds the epoch: a file on shared storage, or etcd. */
package io.understudy.netctl.arbiter;
