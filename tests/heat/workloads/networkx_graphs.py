# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Graph algorithms on generated graphs."""
import networkx as nx

ANALYZE = "networkx"
PACKAGES = ["python3-networkx"]


def work():
    graph = nx.gnm_random_graph(150, 500, seed=3)
    for a, b in graph.edges:
        graph[a][b]["weight"] = (a * b) % 7 + 1
    nx.betweenness_centrality(graph)
    dict(nx.all_pairs_shortest_path_length(graph))
    nx.minimum_spanning_tree(graph)
    nx.single_source_dijkstra(graph, 0)
    nx.clustering(graph)
    nx.core_number(graph)
    list(nx.find_cliques(graph))
    nx.greedy_color(graph)
    nx.max_weight_matching(nx.gnm_random_graph(40, 100, seed=1))
    directed = nx.gn_graph(200, seed=2)
    list(nx.topological_sort(directed))
    list(nx.strongly_connected_components(directed))
    list(nx.algorithms.community.label_propagation_communities(graph))
    nx.is_planar(nx.grid_2d_graph(8, 8))
    nx.is_isomorphic(nx.path_graph(20), nx.path_graph(20))
    list(nx.generate_gml(graph))
