/** Many calls through a protected server, and the proof that both nodes hold the same. */
package io.understudy.e2e.endurance;
