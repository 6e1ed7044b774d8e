// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/machine.h"

#include <fstream>
#include <thread>

#include <QSysInfo>
#include <unistd.h>

#include "kernels/kernels.h"
#include "tensor/thread_pool.h"

namespace neurarium::cli {

namespace {

std::string processorName() {
    std::ifstream info("/proc/cpuinfo");
    std::string line;
    while (std::getline(info, line))
        if (line.starts_with("model name") && line.find(": ") != std::string::npos)
            return line.substr(line.find(": ") + 2);
    return QSysInfo::currentCpuArchitecture().toStdString();
}

} // namespace

Json machineObject() {
    const std::int64_t memory = static_cast<std::int64_t>(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGESIZE);
    return {{"version", NEURARIUM_VERSION},
            {"processor", processorName()},
            {"cores", ThreadPool::physicalCores()},
            {"hardware_threads", std::thread::hardware_concurrency()},
            {"memory", memory},
            {"level", kernels().level},
            {"arithmetic", kernels().arithmetic},
            {"system", QSysInfo::prettyProductName().toStdString()}};
}

} // namespace neurarium::cli
