// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/machine.h"

#include <fstream>
#include <string>

#include <QCoreApplication>
#include <QLocale>
#include <QSysInfo>
#include <QThread>

#include <unistd.h>

#include "kernels/kernels.h"
#include "tensor/thread_pool.h"

namespace neurarium {

namespace {

QString processorName() {
    std::ifstream info("/proc/cpuinfo");
    std::string line;
    while (std::getline(info, line))
        if (line.starts_with("model name") && line.find(": ") != std::string::npos)
            return QString::fromStdString(line.substr(line.find(": ") + 2));
    return QSysInfo::currentCpuArchitecture();
}

} // namespace

Machine thisMachine() {
    Machine machine;
    machine.processor = processorName();
    machine.cores = ThreadPool::physicalCores();
    machine.hardwareThreads = QThread::idealThreadCount();
    machine.memory = qint64{sysconf(_SC_PHYS_PAGES)} * sysconf(_SC_PAGESIZE);
    machine.level = kernels().level;
    machine.arithmetic = kernels().arithmetic;
    machine.system = QSysInfo::prettyProductName();
    return machine;
}

std::vector<std::pair<QString, QString>> describe(const Machine& machine, int threads) {
    return {
        {QCoreApplication::translate("Machine", "Processor"), machine.processor},
        {QCoreApplication::translate("Machine", "Cores"), QString::number(machine.cores)},
        {QCoreApplication::translate("Machine", "Threads that train"),
         QCoreApplication::translate("Machine", "%1 of %2").arg(threads).arg(machine.hardwareThreads)},
        {QCoreApplication::translate("Machine", "Memory"), QLocale::c().formattedDataSize(machine.memory)},
        {QCoreApplication::translate("Machine", "Instructions"), machine.level},
        {QCoreApplication::translate("Machine", "Arithmetic"), machine.arithmetic},
        {QCoreApplication::translate("Machine", "System"), machine.system},
    };
}

} // namespace neurarium
