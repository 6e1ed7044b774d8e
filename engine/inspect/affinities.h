// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspect/neighbour_graph.h"
#include "tensor/thread_pool.h"

namespace neurarium {

/// How likely each point takes another for its neighbour, as t-SNE has it (van der Maaten and Hinton 2008):
/// a normal distribution around each point, so wide that its entropy is log2(perplexity), made symmetric;
/// all weights sum to 1. Points that are no neighbours count as 0. The perplexity is made smaller where there
/// are too few neighbours for it.
NeighbourGraph affinities(const Neighbours& neighbours, double perplexity, ThreadPool& pool);

/// The fuzzy graph of UMAP (McInnes, Healy and Melville 2018): exp(−(d − ρ)/σ) for each neighbour, where ρ is
/// the distance of the nearest, and σ so that the weights of a point sum to log2(neighbours); both directions
/// are joined to a + b − ab.
NeighbourGraph fuzzyGraph(const Neighbours& neighbours, ThreadPool& pool);

} // namespace neurarium
