/* The version that --version prints. */
#ifndef KOOP_BASE_VERSION_H
#define KOOP_BASE_VERSION_H

#define KOOP_VERSION "0.1.0"

#endif
